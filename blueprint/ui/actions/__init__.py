"""Everything the user can do, as data: menus, toolbar, tool rail and palette all read it."""
