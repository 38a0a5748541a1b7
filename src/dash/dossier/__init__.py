"""From a folder to one frozen Dossier, or to every reason why not."""
