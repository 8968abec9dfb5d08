ALTER TABLE city DROP COLUMN population;
