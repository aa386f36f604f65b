"""What learners touch: one file an exhibit, on the small base in :mod:`liptwitch.exhibits.base`."""
