"""What the course computes: pure functions on plain data, no notebook, no drawing."""
