"""One search over all records of a dossier, whatever their kind."""
