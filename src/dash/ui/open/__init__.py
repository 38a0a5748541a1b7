"""What "/open" shows: a dossier of a visitor's own, and one to start from."""
