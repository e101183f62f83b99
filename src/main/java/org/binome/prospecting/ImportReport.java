package org.binome.prospecting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What became of every row of an imported file:
 * <code>rowsRead = rowsAdded + rowsDuplicate + rowsRejected</code>.
 *
 * @param ignoredColumns headings that are none of ours
 * @param problems one or more per row rejected and one per duplicate, in the order of
 * lines; empty in a list of imports
 * @param repeated whether the same file had been imported before; nothing was added then
 * and the numbers are those of the first time
 */
public record ImportReport(UUID id, UUID programmeId, String fileName, String importedBy, Instant at, int rowsRead,
		int rowsAdded, int rowsDuplicate, int rowsRejected, List<String> ignoredColumns, List<RowProblem> problems,
		boolean repeated) {
}
