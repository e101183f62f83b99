/**
 * Runs inside OpenSearch's own process, never inside the application.
 */
package org.binome.local.opensearch;
