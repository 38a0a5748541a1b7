"""What "/map" shows, and the ground it is drawn on."""
