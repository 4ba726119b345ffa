"""Tools as state machines: each event answers the state that follows; edits come on release."""
