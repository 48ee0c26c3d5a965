// Adds words to a PDF.
#include "ui/paper_words.hpp"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>
#include <stdexcept>
#include <vector>

namespace rapport::ui {
namespace {

using Object = QPDFObjectHandle;

constexpr const char* language = "en-GB";

/// In reading order: what stands below `element` first to last. A page's tree is a few steps deep.
void add_figures(Object element, std::vector<Object>& figures) {
  if (element.isArray()) {
    for (auto& one : element.aitems()) add_figures(one, figures);
    return;
  }
  // Marked content and links are numbers or have no kind.
  if (!element.isDictionary() || (!element.hasKey("/S") && !element.hasKey("/K"))) return;
  if (element.getKey("/S").isNameAndEquals("/Figure")) figures.push_back(element);
  if (element.hasKey("/K")) add_figures(element.getKey("/K"), figures);
}

void say_figures(Object root, std::span<const std::string> words) {
  std::vector<Object> figures;
  add_figures(root.getKey("/StructTreeRoot"), figures);
  if (figures.size() != words.size())
    throw std::runtime_error("a picture of the PDF has no words, or words no picture");
  for (std::size_t i = 0; i < figures.size(); ++i)
    figures[i].replaceKey("/Alt", Object::newUnicodeString(words[i]));
}

}  // namespace

std::string with_words(const std::string& pdf, std::span<const std::string> figures) {
  QPDF file;
  file.processMemoryFile("page", pdf.data(), pdf.size());
  auto root = file.getRoot();
  root.replaceKey("/Lang", Object::newString(language));
  root.replaceKey("/MarkInfo", Object::parse("<< /Marked true >>"));
  root.replaceKey("/ViewerPreferences", Object::parse("<< /DisplayDocTitle true >>"));
  say_figures(root, figures);
  QPDFWriter writer(file);
  writer.setOutputMemory();
  writer.setStreamDataMode(qpdf_s_preserve);  // packed already
  writer.setDeterministicID(true);
  writer.write();
  const auto bytes = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

}  // namespace rapport::ui
