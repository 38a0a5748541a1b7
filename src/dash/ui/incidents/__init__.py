"""What "/incidents" shows: the recorded deaths by month, on the map, and place by place."""
