package org.weft.workbook;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of the package itself (ECMA-376 part 2): what is in it has a type, and what is pointed at is in it. */
final class PackageProof {

    private static final String TYPES = "[Content_Types].xml";
    private static final Set<String> CORE =
            Set.of("title", "creator", "created", "modified", "lastModifiedBy", "subject", "description", "keywords");

    private PackageProof() {}

    /** @return the type of each part */
    static Map<String, String> check(Map<String, byte[]> parts, List<String> problems) {
        var types = new HashMap<String, String>();
        if (!parts.containsKey(TYPES)) {
            problems.add("no " + TYPES);
            return types;
        }
        var root = Xml.root(parts.get(TYPES));
        var byEnding = new HashMap<String, String>();
        for (var one : Xml.children(root, "Default")) {
            if (byEnding.put(one.getAttribute("Extension"), one.getAttribute("ContentType")) != null) {
                problems.add("two types for ." + one.getAttribute("Extension"));
            }
        }
        for (var one : Xml.children(root, "Override")) {
            var name = one.getAttribute("PartName").substring(1);
            if (types.put(name, one.getAttribute("ContentType")) != null) {
                problems.add("two types for " + name);
            }
            if (!parts.containsKey(name)) {
                problems.add("a type for what is not there: " + name);
            }
        }
        for (var part : parts.keySet()) {
            var type = byEnding.get(part.substring(part.lastIndexOf('.') + 1));
            if (!part.equals(TYPES) && types.putIfAbsent(part, type == null ? "" : type) == null && type == null) {
                problems.add("no type for " + part);
            }
            if (part.endsWith(".rels")) {
                relations(part, parts, problems);
            }
        }
        core(parts, problems);
        return types;
    }

    private static void relations(String part, Map<String, byte[]> parts, List<String> problems) {
        var folder = part.replaceFirst("_rels/[^/]*$", "");
        var source = folder + part.substring(part.lastIndexOf('/') + 1).replaceFirst("\\.rels$", "");
        if (!source.isEmpty() && !source.equals(folder) && !parts.containsKey(source)) {
            problems.add(part + " belongs to nothing");
        }
        var ids = new HashSet<String>();
        for (var one : Xml.children(Xml.root(parts.get(part)), "Relationship")) {
            if (!ids.add(one.getAttribute("Id"))) {
                problems.add(part + " has " + one.getAttribute("Id") + " twice");
            }
            var target = URI.create("/" + folder).resolve(one.getAttribute("Target"));
            if (!one.getAttribute("TargetMode").equals("External")
                    && !parts.containsKey(target.getPath().substring(1))) {
                problems.add(part + " points at " + target + ", which is not there");
            }
        }
        if (parts.containsKey(source) && source.endsWith(".xml")) {
            for (var element : Xml.all(Xml.root(parts.get(source)), "*")) {
                var id = element.getAttributeNS(Xml.RELATION, "id");
                if (!id.isEmpty() && !ids.contains(id)) {
                    problems.add(source + " asks for " + id + ", which " + part + " has not");
                }
            }
        }
    }

    /** There is no schema of these with POI: each may be there once. */
    private static void core(Map<String, byte[]> parts, List<String> problems) {
        var part = parts.get("docProps/core.xml");
        if (part == null) {
            return;
        }
        var seen = new HashSet<String>();
        for (var element : Xml.all(Xml.root(part), "*")) {
            if (!CORE.contains(element.getLocalName()) || !seen.add(element.getLocalName())) {
                problems.add("docProps/core.xml: " + element.getLocalName());
            }
        }
    }
}
