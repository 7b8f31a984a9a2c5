package org.weft.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;

/**
 * Says what Excel, LibreOffice or Google Sheets would object to in a workbook: each part against the schemas of ECMA-376
 * (transitional), and the rules a schema does not tell, which Excel answers with an offer to repair the file.
 */
public final class WorkbookProof {

    private WorkbookProof() {}

    /** Nothing for a workbook that opens without a question. */
    public static List<String> problems(byte[] workbook) {
        var problems = new ArrayList<String>();
        var parts = parts(workbook, problems);
        var types = PackageProof.check(parts, problems);
        SchemaProof.check(parts, types, problems);
        if (problems.isEmpty()) {
            // Their order and their numbers can be relied on from here.
            new SheetProof(parts, problems).check();
        }
        return problems;
    }

    private static Map<String, byte[]> parts(byte[] workbook, List<String> problems) {
        var parts = new TreeMap<String, byte[]>();
        var names = new HashSet<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                    problems.add("twice in the package: " + entry.getName());
                }
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            problems.add("no package: " + e.getMessage());
        }
        return parts;
    }
}
