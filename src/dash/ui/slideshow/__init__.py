"""What "/slideshow" shows, and the pictures it asks for."""
