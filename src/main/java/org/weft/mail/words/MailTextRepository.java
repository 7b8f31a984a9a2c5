package org.weft.mail.words;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface MailTextRepository extends JpaRepository<MailText, Long> {

    List<MailText> findByTemplateAndLanguage(String template, String language);
}
