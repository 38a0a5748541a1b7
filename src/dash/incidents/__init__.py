"""Recorded deaths by place and time: what is asked of them, where it is worked out, its words."""
