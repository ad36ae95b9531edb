"""Workplaces in the import room: their columns, their rows, and the workbook that goes out and comes back."""
