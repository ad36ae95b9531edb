"""Papers made from a dossier on the spot: one or two pages, one module per paper."""
