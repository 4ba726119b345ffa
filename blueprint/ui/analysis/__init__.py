"""The figures of a blueprint beside its drawing: charts, assumptions, the simulation."""
