"""Charts: a table goes in, a Plotly figure comes out, with the sentence for its `alt` beside it."""
