package org.weft.reports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;
import org.weft.workbook.CsvFiles;
import org.weft.workbook.CsvSpec;
import org.weft.workbook.FileFormat;

/**
 * What Power BI and scripts read: facts page by page as JSON, or whole as CSV or .xlsx, written as they are read.
 * Described in {@code api/openapi.json}.
 */
@RestController
class FactsEndpoint {

    static final String ROOT = "/api";

    private static final String CYCLES = ROOT + "/v1/cycles";
    private static final String TABLE = CYCLES + "/{cycle}/{table:people|objectives|conversations}";
    private static final int MOST = 1000;
    private static final Map<String, Character> SEPARATORS = Map.of("comma", ',', "semicolon", ';', "tab", '\t');

    /** Each holds a connection to the database for as long as its reader takes; the others are for people. */
    private static final int FILES_AT_A_TIME = 4;

    private final FactFeed feed;
    private final Semaphore files = new Semaphore(FILES_AT_A_TIME);

    FactsEndpoint(FactFeed feed) {
        this.feed = feed;
    }

    /**
     * Part of a list.
     *
     * @param next the path and query of the next part; null in the last
     */
    record Page<T>(List<T> rows, @Nullable String next) {}

    @GetMapping(CYCLES)
    ResponseEntity<Page<FactFeed.Cycle>> cycles() {
        return json(new Page<>(feed.cycles(), null));
    }

    @GetMapping(TABLE)
    ResponseEntity<Page<Map<String, @Nullable Object>>> page(
            @PathVariable long cycle,
            @PathVariable String table,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "500") int limit) {
        if (limit < 1 || limit > MOST) {
            throw bad("limit is 1 to " + MOST);
        }
        if (after < 0) {
            throw bad("after is what next says");
        }
        if (after == 0) {
            feed.begin(table, cycle, "json");
        }
        var page = feed.page(table, cycle, after, limit);
        return json(new Page<>(page.rows(), next(cycle, table, page.next(), limit)));
    }

    /** Without host, as only whoever asks knows under which name the portal is reached. */
    private static @Nullable String next(long cycle, String table, @Nullable Long after, int limit) {
        return after == null
                ? null
                : UriComponentsBuilder.fromPath(CYCLES)
                        .pathSegment(Long.toString(cycle), table)
                        .queryParam("after", after)
                        .queryParam("limit", limit)
                        .toUriString();
    }

    @GetMapping(TABLE + ".csv")
    void csv(
            @PathVariable long cycle,
            @PathVariable String table,
            @RequestParam(defaultValue = "comma") String separator,
            HttpServletResponse response)
            throws IOException {
        var character = SEPARATORS.get(separator);
        if (character == null) {
            throw bad("separator is comma, semicolon or tab");
        }
        feed.begin(table, cycle, "csv");
        var csv = CsvSpec.FOR_PROGRAMS.separatedBy(character);
        write(
                response,
                CsvFiles.CONTENT_TYPE,
                table + "-" + cycle + ".csv",
                out -> feed.writeCsv(table, cycle, csv, out));
    }

    @GetMapping(TABLE + ".xlsx")
    void workbook(@PathVariable long cycle, @PathVariable String table, HttpServletResponse response)
            throws IOException {
        feed.begin(table, cycle, "xlsx");
        write(
                response,
                FileFormat.XLSX.contentType(),
                table + "-" + cycle + ".xlsx",
                out -> feed.writeWorkbook(table, cycle, out));
    }

    /** Writes a table to a stream. */
    @FunctionalInterface
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private void write(HttpServletResponse response, String contentType, String name, Writing writing)
            throws IOException {
        if (!files.tryAcquire()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "30");
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE, "Several files are being read already. Try again in a while.");
        }
        try {
            response.setContentType(contentType);
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename(name).build().toString());
            writing.to(response.getOutputStream());
        } finally {
            files.release();
        }
    }

    @GetMapping(ROOT + "/openapi.json")
    ResponseEntity<Resource> description() {
        return json(new ClassPathResource("api/openapi.json"));
    }

    /** Nothing else below may reach the pages of the portal, which answer whatever is asked. */
    @GetMapping(ROOT + "/**")
    void nothing() {
        throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is nothing here. See /api/openapi.json.");
    }

    /** JSON, whatever is said to be accepted: there is no other form at these paths. */
    private static <T> ResponseEntity<T> json(T body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }

    private static ResponseStatusException bad(String why) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, why);
    }
}
