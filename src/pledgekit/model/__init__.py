"""The records of a register and what they mean. Layer 2: frozen values, no reading, no arithmetic."""
