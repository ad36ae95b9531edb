"""One checker per kind of file: `keur(inhoud)` returns what may be stored or raises Geweigerd."""
