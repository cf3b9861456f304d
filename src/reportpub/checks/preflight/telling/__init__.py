"""What a preflight found, told: as text, as JSON, as SARIF, and as a report to print and sign."""
