"""What the course knows: typed models of ``data/``, loading, checking, errors for people."""
