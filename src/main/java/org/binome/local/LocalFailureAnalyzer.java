package org.binome.local;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Shows a {@link LocalStartException} as text instead of a stack trace.
 */
class LocalFailureAnalyzer extends AbstractFailureAnalyzer<LocalStartException> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, LocalStartException cause) {
		return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
	}

}
