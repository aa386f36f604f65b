"""How the course is shipped: lessons become notebooks, run, checked and byte-identical."""
