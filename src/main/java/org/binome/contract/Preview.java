package org.binome.contract;

import java.util.List;

import org.binome.document.PdfPages;
import org.binome.document.TemplateFailure;
import org.binome.document.VariableReport;

/**
 * What a trial of a template gave.
 *
 * @param variables null when the templates can't be read
 * @param clauses ids and titles of the clauses that have variants
 * @param pages of the document, none when it can't be made
 * @param images of the pages in the same order, as PNG; fewer when there are very many
 * @param failure where a template is wrong, null when none is
 * @param excerpt the lines around that place
 * @param problem what speaks against the document otherwise, null when nothing does
 */
public record Preview(VariableReport variables, List<Clause> clauses, List<PdfPages.Page> pages, List<byte[]> images,
		TemplateFailure failure, List<Line> excerpt, String problem) {

	/** A clause with variants. */
	public record Clause(String id, String title) {
	}

	/** A line of a template. */
	public record Line(int number, String text, boolean wrong) {
	}

}
