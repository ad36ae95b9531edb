"""The parts of a dossier report; each is a function from a dossier to a section."""
