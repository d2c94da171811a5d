import SfmTool

SfmTool.main()
