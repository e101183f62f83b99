package org.binome.relationship;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What is to be reached: a number, its unit and a date (QUA-14).
 *
 * @param target null as long as no number was entered
 * @param dueOn null as long as no date was entered
 * @param benchmark what it is compared with, or why there is nothing to compare (QUA-15)
 */
public record Objective(UUID id, String name, BigDecimal target, String unit, LocalDate dueOn, String benchmark) {
}
