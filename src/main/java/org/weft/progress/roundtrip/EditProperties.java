package org.weft.progress.roundtrip;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Limits of assignments that are edited in a workbook.
 *
 * @param maxMegabytes the largest file that is read
 * @param mostRows the most rows a workbook has, out and in
 * @param keep how long an uploaded file waits for its answer, and what came of it can be looked up
 * @param most how many wait for an account: the oldest go
 */
@ConfigurationProperties("weft.excel")
record EditProperties(int maxMegabytes, int mostRows, Duration keep, int most) {}
