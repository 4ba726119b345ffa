"""What the measures look like: charts of drawing primitives, alike on screen and on paper."""
