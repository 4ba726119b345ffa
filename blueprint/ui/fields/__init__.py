"""What can be asked of the things in a blueprint: fields as data, read and written as text.

The inspector shows them as forms; no widget and no Qt in here.
"""
