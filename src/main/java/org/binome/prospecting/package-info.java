/**
 * From a programme to its shortlist: readiness, the longlist and its import, two scores,
 * the choice. Each chosen candidate becomes a partnership.
 */
package org.binome.prospecting;
