package org.weft.progress;

import org.weft.objectives.ObjectiveType;

/** An objective somebody in the matrix holds, worded as the library has it today. */
public record MatrixColumn(long templateId, String code, String title, ObjectiveType type) {}
