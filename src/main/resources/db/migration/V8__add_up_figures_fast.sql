-- holds all that sums of one metric by year read, because a sum over all reports reads each figure of the metric
CREATE INDEX figure_of_metric ON figure (metric, report_id, unit, currency, amount);
