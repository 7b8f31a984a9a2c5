package org.weft.reports.downloads;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How workbooks are made: {@code weft.reports.*}.
 *
 * @param atOnce one with about so many rows or more is made in the background
 * @param atATime how many a node makes in the background at a time
 * @param keep how long one waits to be fetched
 * @param most how many wait for one account; the oldest go
 */
@ConfigurationProperties("weft.reports")
record ReportProperties(
        @DefaultValue("20000") long atOnce,
        @DefaultValue("2") int atATime,
        @DefaultValue("7d") Duration keep,
        @DefaultValue("20") int most) {}
