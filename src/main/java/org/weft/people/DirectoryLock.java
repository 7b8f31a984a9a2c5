package org.weft.people;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets one transaction at a time change the directory. Two edits that are each right could together make people report
 * to each other in a circle, and two imports could add the same person twice; one after the other they cannot.
 */
@Component
public class DirectoryLock {

    private static final String NAME = "people.directory";

    private final JdbcClient jdbc;

    DirectoryLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until no other transaction holds it, and keeps it until this one ends. Take it before reading what to change. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take() {
        jdbc.sql("insert into setting (name, content) values (:name, '') on conflict do nothing")
                .param("name", NAME)
                .update();
        jdbc.sql("update setting set version = version + 1 where name = :name")
                .param("name", NAME)
                .update();
    }
}
