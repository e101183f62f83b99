/**
 * Starts everything Binôme needs on one machine: PostgreSQL, OpenSearch, the Camunda
 * broker, Tasklist with Operate, and a mail sink. Nothing else depends on this package,
 * and the packaged application runs without it.
 */
package org.binome.local;
