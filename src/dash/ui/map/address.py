"""What the address of "/map" carries."""

PLACE, VIEW, CLAIM, DAY = "map_place", "map_view", "map_claim", "map_day"
