package org.weft.objectives;

import org.springframework.data.jpa.repository.JpaRepository;

interface TemplateRepository extends JpaRepository<ObjectiveTemplate, Long> {}
