"""Charts that Word draws itself, each with the workbook its numbers are edited in."""
