-- The identity service keeps its data in a database of its own.
CREATE DATABASE "${DATABASE}";
