"""A dossier before it is shown: what is wrong with it, and what a visitor sends as one."""
