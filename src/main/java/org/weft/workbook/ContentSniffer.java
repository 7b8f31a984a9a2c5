package org.weft.workbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;

/** Tells what a file is by its first bytes, and refuses what is known to be no table. */
final class ContentSniffer {

    enum Content {
        TEXT,
        ZIP
    }

    private record Signature(String bytes, String kindKey) {}

    private static final List<Signature> NO_TABLES = List.of(
            new Signature("%PDF", "workbook.kind.pdf"),
            new Signature("\u0089PNG", "workbook.kind.image"),
            new Signature("\u00ff\u00d8\u00ff", "workbook.kind.image"),
            new Signature("GIF8", "workbook.kind.image"),
            new Signature("RIFF", "workbook.kind.image"),
            new Signature("{\\rtf", "workbook.kind.document"),
            new Signature("\u001f\u008b", "workbook.kind.archive"),
            new Signature("7z\u00bc\u00af", "workbook.kind.archive"),
            new Signature("Rar!", "workbook.kind.archive"));

    private static final List<String> MARKUP = List.of("<!doctype", "<html", "<table", "<?xml");
    private static final String OLE2 = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";

    private ContentSniffer() {}

    static Content sniff(Path file, String fileName) throws IOException {
        String start;
        try (var in = Files.newInputStream(file)) {
            start = new String(in.readNBytes(512), StandardCharsets.ISO_8859_1);
        }
        if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
            return Content.ZIP;
        }
        if (start.startsWith(OLE2)) {
            throw ole2(file, fileName);
        }
        for (var signature : NO_TABLES) {
            if (start.startsWith(signature.bytes())) {
                throw noTable(fileName, signature.kindKey());
            }
        }
        var text = start.startsWith("\u00ef\u00bb\u00bf") ? start.substring(3) : start;
        var markup = text.stripLeading().toLowerCase(Locale.ROOT);
        if (MARKUP.stream().anyMatch(markup::startsWith)) {
            throw noTable(fileName, "workbook.kind.webPage");
        }
        return Content.TEXT;
    }

    static InvalidInputException noTable(String fileName, String kindKey) {
        return new InvalidInputException(Text.of("workbook.read.noTable", fileName, Text.of(kindKey)));
    }

    /** The container of old Office files, and of new ones with a password. */
    private static InvalidInputException ole2(Path file, String fileName) {
        try (var container = new POIFSFileSystem(file.toFile(), true)) {
            var root = container.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                return new InvalidInputException(Text.of("workbook.read.encrypted", fileName));
            }
            if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
                return new InvalidInputException(Text.of("workbook.read.legacy", fileName));
            }
            return noTable(fileName, "workbook.kind.document");
        } catch (IOException | RuntimeException e) {
            return new InvalidInputException(Text.of("workbook.read.corrupt", fileName));
        }
    }
}
