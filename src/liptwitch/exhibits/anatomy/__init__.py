"""The drawn anatomy: a face with its muscles and nerve, and the path from cortex to lip."""
