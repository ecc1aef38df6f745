"""Pages and data of the register, of seats and of the members' directory."""
